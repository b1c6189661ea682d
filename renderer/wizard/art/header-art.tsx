/** The header band's picture, drawn for this project at 49 x 49: a letter between two mailbox servers. */
export function HeaderArt() {
  return (
    <svg aria-hidden="true" viewBox="0 0 49 49" width="49" height="49">
      <defs>
        <linearGradient id="ha-case" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#f1eee4" />
          <stop offset="1" stopColor="#b4b09f" />
        </linearGradient>
        <linearGradient id="ha-back" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#e6effb" />
          <stop offset="1" stopColor="#8fb4e6" />
        </linearGradient>
      </defs>
      <rect x="0.5" y="0.5" width="48" height="48" fill="url(#ha-back)" stroke="#5d7fb5" />
      <g stroke="#5f5b4e" strokeWidth="0.8">
        <rect x="4.5" y="16.5" width="12" height="26" fill="url(#ha-case)" />
        <rect x="32.5" y="7.5" width="12" height="26" fill="url(#ha-case)" />
      </g>
      <g fill="#6f6b5e">
        <rect x="6.5" y="19" width="8" height="2" />
        <rect x="6.5" y="23" width="8" height="2" />
        <rect x="34.5" y="10" width="8" height="2" />
        <rect x="34.5" y="14" width="8" height="2" />
      </g>
      <circle cx="8" cy="29" r="1.2" fill="#3aa845" />
      <circle cx="36" cy="20" r="1.2" fill="#3aa845" />
      <path d="M16 38c12 4 20-1 22-9" fill="none" stroke="#173c86" strokeWidth="1.6" />
      <path d="M38.8 25.8 41 31.5l-5.6-1.3z" fill="#173c86" />
      <g transform="translate(15 20) rotate(-14)">
        <rect width="19" height="13" fill="#fff" stroke="#40557f" strokeWidth="0.9" />
        <path d="M0 0l9.5 7.5L19 0" fill="none" stroke="#40557f" strokeWidth="1.1" />
      </g>
    </svg>
  );
}
