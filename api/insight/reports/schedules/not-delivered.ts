/** Why something did not arrive, as its owner may read it. */
export class NotDelivered extends Error {}
