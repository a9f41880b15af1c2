/** A dimension that a page can be filtered by, with the members its menu offers. */
export interface FilterField {
  name: string;
  label: string;
  members: readonly { value: string; count?: number }[];
}
