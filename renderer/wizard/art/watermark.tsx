import './watermark.css';

/**
 * The watermark of the exterior pages, drawn for this project at 164 x 314: mail on its way from one server room to
 * another, over the night between them.
 */
export function Watermark() {
  return (
    <svg aria-hidden="true" className="watermark" viewBox="0 0 164 314" width="164" height="314">
      <defs>
        <linearGradient id="wm-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#10306f" />
          <stop offset="0.55" stopColor="#2f62b0" />
          <stop offset="1" stopColor="#86b0e6" />
        </linearGradient>
        <linearGradient id="wm-case" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#f4f2ea" />
          <stop offset="1" stopColor="#b9b5a6" />
        </linearGradient>
        <linearGradient id="wm-paper" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#ffffff" />
          <stop offset="1" stopColor="#dfe8f6" />
        </linearGradient>
        <radialGradient id="wm-glow" cx="0.5" cy="0.5" r="0.5">
          <stop offset="0" stopColor="#ffffff" stopOpacity="0.55" />
          <stop offset="1" stopColor="#ffffff" stopOpacity="0" />
        </radialGradient>
        <Server />
        <Letter />
      </defs>
      <rect width="164" height="314" fill="url(#wm-sky)" />
      <g fill="none" stroke="#ffffff">
        <circle cx="22" cy="286" r="60" strokeOpacity="0.1" strokeWidth="18" />
        <circle cx="22" cy="286" r="110" strokeOpacity="0.08" strokeWidth="18" />
        <circle cx="22" cy="286" r="160" strokeOpacity="0.06" strokeWidth="18" />
        <circle cx="22" cy="286" r="210" strokeOpacity="0.05" strokeWidth="18" />
      </g>
      <ellipse cx="112" cy="76" rx="66" ry="58" fill="url(#wm-glow)" />
      <path
        d="M46 232C20 150 60 104 100 96"
        fill="none"
        stroke="#ffffff"
        strokeOpacity="0.75"
        strokeWidth="2"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      <use href="#wm-server" transform="translate(92 38)" />
      <use href="#wm-server" transform="translate(18 212) scale(1.35)" />
      <use href="#wm-letter" transform="translate(27 186) rotate(-22) scale(0.95)" />
      <use href="#wm-letter" transform="translate(40 140) rotate(-34) scale(0.85)" />
      <use href="#wm-letter" transform="translate(71 104) rotate(-14) scale(0.7)" />
      <path d="M0 300h164v14H0z" fill="#10306f" fillOpacity="0.35" />
    </svg>
  );
}

function Server() {
  return (
    <g id="wm-server">
      <ellipse cx="21" cy="66" rx="26" ry="4" fill="#0a1f4d" fillOpacity="0.4" />
      <path d="M4 6 12 0h28l-6 6z" fill="#fbfaf5" />
      <path d="M34 6l6-6v58l-6 8z" fill="#8f8b7d" />
      <rect x="4" y="6" width="30" height="60" fill="url(#wm-case)" />
      <g fill="#6f6b5e">
        <rect x="8" y="11" width="22" height="4" />
        <rect x="8" y="18" width="22" height="4" />
        <rect x="8" y="25" width="22" height="2" />
      </g>
      <rect x="8" y="12" width="8" height="2" fill="#2c2a24" />
      <circle cx="11" cy="34" r="2" fill="#3ec24a" />
      <circle cx="17" cy="34" r="2" fill="#e9a91f" />
      <g fill="#8f8b7d">
        <rect x="8" y="44" width="22" height="1.5" />
        <rect x="8" y="48" width="22" height="1.5" />
        <rect x="8" y="52" width="22" height="1.5" />
        <rect x="8" y="56" width="22" height="1.5" />
      </g>
    </g>
  );
}

function Letter() {
  return (
    <g id="wm-letter">
      <path d="M2 3h34v23H2z" fill="#0a1f4d" fillOpacity="0.35" />
      <path d="M0 0h34v23H0z" fill="url(#wm-paper)" stroke="#50678f" strokeWidth="0.8" />
      <path d="M0 0l17 13L34 0" fill="none" stroke="#50678f" strokeWidth="1.2" />
      <path d="M0 23l12-11M34 23 22 12" fill="none" stroke="#9fb2d4" strokeWidth="0.9" />
    </g>
  );
}
