import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

/** Where a window was when it was closed, in device-independent pixels. */
const placementSchema = z.strictObject({
  bounds: z.strictObject({
    x: z.int(),
    y: z.int(),
    width: z.int().min(1).max(20_000),
    height: z.int().min(1).max(20_000),
  }),
  isMaximized: z.boolean(),
});
export type Placement = z.infer<typeof placementSchema>;

/** The part of a window by which a person can take hold of it. */
const titleBar = { width: 120, height: 32 };

/** Null where nothing was remembered, or nothing that makes sense. */
export function readPlacement(file: string): Placement | null {
  try {
    return placementSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

export function writePlacement(file: string, placement: Placement): void {
  writeFileSync(file, `${JSON.stringify(placement)}\n`, { mode: 0o600 });
}

/** Whether enough of the title bar lies on one of the screens, which may be others than last time. */
export function isReachable(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.some((area) => {
    const visibleWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const isTopVisible = bounds.y >= area.y && bounds.y + titleBar.height <= area.y + area.height;
    return visibleWidth >= titleBar.width && isTopVisible;
  });
}
