import { ActionIcon, Alert, Group } from '@mantine/core';
import { IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaType } from '#domain/attachments/media-type.ts';
import classes from './picture-view.module.css';
import { useBlobUrl } from './use-blob-url.ts';

interface PictureViewProps {
  bytes: Uint8Array;
  mediaType: MediaType;
  label: string;
}

const FRAME = { width: 660, height: 520 };
const zooms = [1, 1.5, 2, 3, 4];

/** A photo or scan, to be turned and looked at closely; turning changes only the view. */
export function PictureView({ bytes, mediaType, label }: PictureViewProps) {
  const { t } = useTranslation(['attachments', 'documents']);
  const url = useBlobUrl(bytes, mediaType);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [hasFailed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  if (hasFailed) return <Alert color="terracotta">{t('documents:notShown')}</Alert>;

  const isAcross = turns % 2 === 1;
  const natural = size ?? FRAME;
  const seen = isAcross ? { width: natural.height, height: natural.width } : natural;
  const fit = Math.min(FRAME.width / seen.width, FRAME.height / seen.height, 1);
  const scale = fit * (zooms[zoom] ?? 1);
  return (
    <section className={classes.frame} aria-label={label}>
      <div className={classes.tools}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('turn')}
          onClick={() => setTurns((now) => (now + 1) % 4)}
        >
          <IconRotateClockwise size={20} aria-hidden />
        </ActionIcon>
        <Group gap={4}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('documents:zoomOut')}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          >
            <IconZoomOut size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('documents:zoomIn')}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            <IconZoomIn size={20} aria-hidden />
          </ActionIcon>
        </Group>
      </div>
      <div
        className={classes.sheet}
        style={{ inlineSize: seen.width * scale, blockSize: seen.height * scale }}
      >
        {url && (
          <img
            src={url}
            alt={label}
            className={classes.picture}
            style={{
              width: natural.width * scale,
              height: natural.height * scale,
              transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
            }}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth, height: naturalHeight })
            }
            onError={() => setFailed(true)}
          />
        )}
      </div>
    </section>
  );
}
