/** Questions in a venue's own terms. */

/** Passes a question on to a venue, for the address of an account. Only questions that change nothing are passed on. */
export interface QueryVenue {
  venue: string;
  /** `type`, the venue's name of the question, and its parameters. */
  query: { type: string; [parameter: string]: unknown };
  /** Whose account it is about. */
  account?: string | null;
}

/** What the venue said; decimals are strings. */
export interface VenueAnswer {
  answer: unknown;
}
