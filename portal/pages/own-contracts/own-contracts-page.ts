/** The freelancer’s contracts; the list is the same for both sides. */
import '../contract-parts/contracts-list.ts';
