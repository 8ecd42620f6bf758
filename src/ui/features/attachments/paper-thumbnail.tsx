import { IconFile, IconFileText, IconLock, IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { endingOf, isPicture, type MediaType } from '#domain/attachments/media-type.ts';
import { vault } from '#ui/app/vault-client.ts';
import { canHaveThumbnail, makeThumbnail } from './make-thumbnail.ts';
import classes from './paper-thumbnail.module.css';
import { useBlobUrl } from './use-blob-url.ts';

/** The stored one; or a new one, kept in the register for the next time. */
async function thumbnailOf(id: string, mediaType: MediaType): Promise<Uint8Array> {
  const { bytes } = await vault.attachments.thumbnail({ id });
  if (bytes) return bytes;
  const load = async () => (await vault.attachments.get({ id })).bytes;
  const made = await makeThumbnail(mediaType, load);
  await vault.attachments.saveThumbnail({ id, bytes: made }).catch(() => undefined);
  return made;
}

interface PaperThumbnailProps {
  id: string;
  mediaType: MediaType;
  /** Not looked at unasked, and no small copy of it is kept. */
  isRestricted?: boolean;
}

export function PaperThumbnail({ id, mediaType, isRestricted = false }: PaperThumbnailProps) {
  const { place, isNear } = useNear();
  const { data } = useQuery({
    queryKey: ['documents', 'thumbnail', id],
    queryFn: () => thumbnailOf(id, mediaType),
    enabled: isNear && !isRestricted && canHaveThumbnail(mediaType),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const url = useBlobUrl(data, 'image/jpeg');
  const Icon = isRestricted ? IconLock : iconOf(mediaType);
  return (
    <span ref={place} className={classes.place}>
      {/* The title beside says what it is. */}
      {url ? (
        <img src={url} alt="" className={classes.picture} />
      ) : (
        <span className={classes.stand} aria-hidden>
          <Icon size={36} stroke={1.5} />
          {!isRestricted && endingOf(mediaType).toUpperCase()}
        </span>
      )}
    </span>
  );
}

function iconOf(mediaType: MediaType) {
  if (isPicture(mediaType)) return IconPhoto;
  return canHaveThumbnail(mediaType) ? IconFileText : IconFile;
}

/** True once the place has come near the part of the page that is seen. */
function useNear() {
  const place = useRef<HTMLSpanElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: '200px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return { place, isNear };
}
