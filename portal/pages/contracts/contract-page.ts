/** A contract as the client’s people see it; the room is the same for both sides. */
import '../contract-parts/contract-room.ts';
