import { Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface ButtonAnchorProps
  extends ButtonProps,
    Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> {
  ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor(props: ButtonAnchorProps) {
  return <Button component="a" {...props} />;
}

const LinkedButton = createLink(ButtonAnchor);

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const LinkButton: LinkComponent<typeof ButtonAnchor> = (props) => (
  <LinkedButton {...props} />
);
