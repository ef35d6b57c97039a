/** What time is booked under: `DESIGN`, `SUP-12`. A client's for all its contracts, or for one. Pure. */

export const activityCodeMaxLength = 40;
export const activityNameMaxLength = 120;
export const activityCodesMax = 200;
