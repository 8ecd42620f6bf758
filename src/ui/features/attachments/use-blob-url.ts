import { useEffect, useState } from 'react';

/** An address for bytes that only this page knows; it is taken back when the picture goes. */
export function useBlobUrl(bytes: Uint8Array | null | undefined, type: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [bytes, type]);
  return url;
}
