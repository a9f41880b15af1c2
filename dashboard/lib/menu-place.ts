interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const margin = 8;
const gap = 4;

/**
 * Where a menu opens: below its button, or above it where there is no room; beginning with the button, or ending with it where the room ends
 * first; never beyond the room, which is all that its page may cover. All in pixels of the window.
 */
export function besideButton(
  button: Box,
  menu: { width: number; height: number },
  room: Pick<Box, 'left' | 'right' | 'bottom'>
): { left: number; top: number } {
  const [least, most] = [room.left + margin, room.right - margin - menu.width];
  const begins = button.left <= most ? button.left : button.right - menu.width;
  const below = button.bottom + gap;
  const fits = below + menu.height <= room.bottom - margin;
  return {
    left: Math.max(least, Math.min(begins, most)),
    top: Math.max(margin, fits ? below : Math.min(button.top - gap, room.bottom - margin) - menu.height)
  };
}
