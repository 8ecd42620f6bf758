export interface DraftTables {
  draft: {
    user_id: string;
    form: string;
    subject_id: string;
    person_id: string | null;
    content: string;
    changed_at: string;
  };
}
