/** A file name for messages and manifests: no control characters, none that turn the direction of writing. */
export const plainName = (name: string): string =>
  name.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·');
