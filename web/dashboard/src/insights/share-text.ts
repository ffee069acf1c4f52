// A share of the engine in words: its counts are in whole numbers, its rates in hundredths of a percent.
import type { Share } from "prequal-engine";
import type { Speech } from "../texts/speech.ts";

const hundredths = 10_000;

export const percentText = (share: Share, speech: Speech): string => (share.rate === null ? "" : speech.say("in.share", { value: Math.round(share.rate / 100) }));
export const rangeText = (share: Share): string => (share.low === null || share.high === null ? "" : `${Math.round(share.low / 100)}\u2013${Math.round(share.high / 100)}`);
/** From 0 to 1, for a bar. */
export const shareOf = (share: Share): number => (share.rate ?? 0) / hundredths;
/** Undefined when it is out of none. */
export const intervalOf = (share: Share): { readonly low: number; readonly high: number } | undefined => (share.low === null || share.high === null ? undefined : { low: share.low / hundredths, high: share.high / hundredths });
