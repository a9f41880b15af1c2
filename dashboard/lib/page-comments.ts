/** A comment, ready to print. */
export interface CommentReading {
  id: string;
  page: string;
  pageWords: string;
  /** Period, service and customer in words. */
  about: string;
  body: string;
  author: string;
  when: string;
  edited: string | null;
  isMine: boolean;
  isWithdrawn: boolean;
  earlier: { body: string; author: string; when: string }[];
}

/** What is said of the period a page shows, and what a new comment may be about. */
export interface PageComments {
  page: string;
  /** Where to go after writing. */
  back: string;
  customer: string | null;
  service: string | null;
  shown: CommentReading[];
  periods: { label: string; options: { value: string; label: string }[] }[];
  /** Value of the period that is offered first: the newest complete month. */
  chosen: string;
}
