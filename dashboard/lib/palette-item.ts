/** What the palette can lead to. */
export interface PaletteItem {
  kind: 'page' | 'KPI' | 'definition' | 'record' | 'member' | 'view' | 'action';
  label: string;
  /** Quiet words after the label. */
  hint: string;
  /** Searched besides label and hint. */
  more?: string;
  href: string;
  weight?: number;
}
