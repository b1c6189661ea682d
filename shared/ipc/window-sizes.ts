/*
 * Sizes of the windows' contents in CSS pixels.
 *
 * Wizard 97 measures in dialog units of its font; with the 8 point dialog font (base 6 x 13) one unit is 6/4 px wide
 * and 13/8 px high. The page area is 317 units and 7 units of padding on either side wide, 193 high (497 x 314 px);
 * below it lie a two-pixel etched line and the row of buttons, 14 units high with 7 above and below (46 px).
 */
export const WIZARD_SIZE = { width: 497, height: 361 } as const;

export const CONSOLE_SIZE = { width: 1080, height: 720, minWidth: 640, minHeight: 420 } as const;
