/** A contract as its freelancer sees it; the room is the same for both sides. */
import '../contract-parts/contract-room.ts';
