/** From the values of a greenhouse to what its picture shows: colors of the sky, places of sun and moon, droop of the plants. */

export interface Scene {
  /** CSS colors of the sky from the top down. */
  readonly sky: readonly [string, string];
  /** CSS colors of the far and the near hills. */
  readonly land: readonly [string, string];
  /** 0 in daylight, 1 at night. */
  readonly night: number;
  /** Picture pixels; undefined while below the horizon. */
  readonly sun: Place | undefined;
  readonly moon: Place | undefined;
  /** Opacity of each cloud. */
  readonly clouds: readonly number[];
  readonly soil: string;
  /** Degrees by which the stems bend. */
  readonly droop: number;
  readonly leaf: string;
  /** Degrees by which the flap in the roof is open. */
  readonly vent: number;
  /** 0 to 1: how full the thermometer is. */
  readonly mercury: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

type Color = readonly [number, number, number];

const SUNRISE = 6;
const SUNSET = 18;
/** Hours that dawn and dusk last on either side. */
const TWILIGHT = 1.5;
const HORIZON = 128;
const ARC_HEIGHT = 104;
const WIDTH = 440;
export const CLOUD_COUNT = 4;

const NIGHT_SKY: readonly [Color, Color] = [
  [16, 24, 52],
  [44, 58, 98],
];
const DAY_SKY: readonly [Color, Color] = [
  [92, 170, 226],
  [206, 233, 247],
];
const DUSK_SKY: readonly [Color, Color] = [
  [92, 92, 150],
  [247, 178, 122],
];
const GRAY_SKY: readonly [Color, Color] = [
  [132, 147, 160],
  [203, 211, 216],
];
const DAY_LAND: readonly [Color, Color] = [
  [127, 181, 138],
  [95, 158, 99],
];
const NIGHT_LAND: readonly [Color, Color] = [
  [44, 72, 84],
  [31, 58, 62],
];
const DRY_SOIL: Color = [198, 162, 120];
const WET_SOIL: Color = [66, 42, 27];
const DRY_LEAF: Color = [136, 132, 58];
const FRESH_LEAF: Color = [66, 160, 72];
const VENT_FULLY_OPEN = 38;
/** Soil moisture, %, at which plants begin to droop and lie flat. */
const THIRSTY = 35;
const WILTED = 8;
const MOST_DROOP = 62;
const COLDEST = -10;
const HOTTEST = 50;

export function greenhouseScene(values: Readonly<Record<string, number>>, cloudCover: number): Scene {
  const hour = values['timeOfDay'] ?? 12;
  const moisture = values['soilMoisture'] ?? 50;
  const cloudiness = clamp(cloudCover / 100);
  const day = daylight(hour);
  const glow = Math.max(0, 1 - Math.min(Math.abs(hour - SUNRISE), Math.abs(hour - SUNSET)) / TWILIGHT);
  const thirst = clamp((THIRSTY - moisture) / (THIRSTY - WILTED));
  const sky = (index: 0 | 1): string => {
    const clear = mix(mix(NIGHT_SKY[index], DAY_SKY[index], day), DUSK_SKY[index], glow * 0.75);
    return css(mix(clear, GRAY_SKY[index], cloudiness * 0.7 * day));
  };
  return {
    sky: [sky(0), sky(1)],
    land: [css(mix(NIGHT_LAND[0], DAY_LAND[0], day)), css(mix(NIGHT_LAND[1], DAY_LAND[1], day))],
    night: 1 - day,
    sun: onArc((hour - SUNRISE) / (SUNSET - SUNRISE)),
    moon: onArc(((hour - SUNSET + 24) % 24) / (24 - SUNSET + SUNRISE)),
    clouds: Array.from({ length: CLOUD_COUNT }, (_, index) => clamp(cloudiness * CLOUD_COUNT - index)),
    soil: css(mix(DRY_SOIL, WET_SOIL, clamp(moisture / 90))),
    droop: thirst * MOST_DROOP,
    leaf: css(mix(FRESH_LEAF, DRY_LEAF, thirst)),
    vent: clamp((values['ventOpening'] ?? 0) / 100) * VENT_FULLY_OPEN,
    mercury: clamp(((values['airTemperature'] ?? 20) - COLDEST) / (HOTTEST - COLDEST)),
  };
}

/** 0 at night, 1 by day, in between at dawn and dusk. */
function daylight(hour: number): number {
  const rising = (hour - (SUNRISE - TWILIGHT / 2)) / TWILIGHT;
  const setting = (SUNSET + TWILIGHT / 2 - hour) / TWILIGHT;
  return clamp(Math.min(rising, setting));
}

/** A place on the way across the sky, from left (0) to right (1). */
function onArc(share: number): Place | undefined {
  if (share < 0 || share > 1) return undefined;
  const fromMiddle = share * 2 - 1;
  return { x: 24 + share * (WIDTH - 48), y: HORIZON - ARC_HEIGHT * (1 - fromMiddle * fromMiddle) };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function mix(a: Color, b: Color, share: number): Color {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

function css([red, green, blue]: Color): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
}
