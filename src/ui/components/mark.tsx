interface MarkProps {
  size?: number;
}

/** A bollard and the arc of a mooring line over water: a place to land. */
export function Mark({ size = 32 }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" fill="none" aria-hidden="true">
      <rect width="40" height="40" rx="10" fill="#f3ebdd" />
      <path d="M8 26a12 12 0 0 1 24 0" stroke="#0f5257" strokeWidth="4" strokeLinecap="round" />
      <circle cx="20" cy="25.5" r="4" fill="#b85a26" />
      <path
        d="M7 32.5c2.2-1.6 4.3-1.6 6.5 0s4.3 1.6 6.5 0 4.3-1.6 6.5 0 4.3 1.6 6.5 0"
        stroke="#0f5257"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
