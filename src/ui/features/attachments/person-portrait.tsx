import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';
import { PaperThumbnail } from './paper-thumbnail.tsx';
import classes from './person-portrait.module.css';

/** The picture somebody chose to stand beside the name; nothing where none was chosen. */
export function PersonPortrait({ personId }: { personId: string }) {
  const { data } = useQuery({
    queryKey: ['attachments', 'portrait', personId],
    queryFn: () => vault.attachments.portrait({ personId }),
  });
  if (!data?.id) return null;
  return (
    <span className={classes.portrait}>
      <PaperThumbnail key={data.id} id={data.id} mediaType="image/jpeg" />
    </span>
  );
}
