/** A protected report in words and numbers of one language, ready for any file format. */
export interface ReportSheet {
  title: string;
  /** What it is, for whom, how it was protected: the first page of every file. */
  cover: { label: string; value: string }[];
  tables: ReportSheetTable[];
  /** Printed on the cover and at the end of each file. */
  seal: string;
}

export interface ReportSheetTable {
  title: string;
  header: string[];
  /** A label, then numbers, or the mark where one is hidden. The last row is the total. */
  rows: (string | number)[][];
  /** Its last column is no total that bars could be drawn of. */
  hasNoChart?: boolean;
  /** Sentences and no numbers: what each indicator counts. Read from the left, in wide columns. */
  isWords?: boolean;
}
