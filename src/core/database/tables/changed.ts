/** Every row that people change says when, and by which user. */
export interface Changed {
  changed_at: string;
  changed_by: string;
}
