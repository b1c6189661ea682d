export type MessageKind = 'information' | 'question' | 'warning' | 'error';

/** Own drawings in the manner of the classic message icons; `size` in pixels. */
export function MessageIcon({ kind, size = 32 }: { readonly kind: MessageKind; readonly size?: number }) {
  return (
    <svg className="message-icon" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      {DRAWINGS[kind]}
    </svg>
  );
}

const BALLOON = (
  <path
    d="M16 2.5c7.5 0 13 4.6 13 10.6 0 5.3-4.2 9.4-10.2 10.3L20 29.5l-5.8-5.9C7.8 22.9 3 18.7 3 13.1 3 7.1 8.5 2.5 16 2.5z"
    fill="#fffdf4"
    stroke="#5a5a5a"
  />
);

const DRAWINGS = {
  information: (
    <>
      {BALLOON}
      <circle cx="16" cy="7.6" r="1.9" fill="#1c3fb4" />
      <path d="M13.3 10.6h4.5v7h1.6v2.2h-6.4v-2.2h1.6v-4.8h-1.3z" fill="#1c3fb4" />
    </>
  ),
  question: (
    <>
      {BALLOON}
      <path
        d="M11.6 10.2c.2-2.9 2-4.4 4.7-4.4 2.6 0 4.5 1.5 4.5 3.9 0 3-3.3 3.3-3.3 5.7v.5h-2.7v-.7c0-3.2 3-3.5 3-5.3 0-1-.6-1.6-1.6-1.6-1.1 0-1.7.7-1.8 1.9z"
        fill="#1c3fb4"
      />
      <circle cx="16.1" cy="18.6" r="1.7" fill="#1c3fb4" />
    </>
  ),
  warning: (
    <>
      <path d="M16 3 30 28.5H2z" fill="#ffd21a" stroke="#6b5500" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M14.4 11h3.2l-.6 9.2h-2z" fill="#1a1a1a" />
      <circle cx="16" cy="23.9" r="1.8" fill="#1a1a1a" />
    </>
  ),
  error: (
    <>
      <circle cx="16" cy="16" r="13" fill="#d22020" stroke="#7a0b0b" />
      <path
        d="M10.2 8.6 16 14.4l5.8-5.8 1.7 1.7-5.8 5.8 5.8 5.8-1.7 1.7L16 17.8l-5.8 5.8-1.7-1.7 5.8-5.8-5.8-5.8z"
        fill="#fff"
      />
    </>
  ),
} as const;
