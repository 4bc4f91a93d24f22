/** Runs inside a document with a list (handed over as text): scrolls it with every frame, and notes when frames came. */
export function installDrive(): void {
  let scrolling = false;
  let frames: number[] = [];
  Object.assign(globalThis, {
    benchDrive: {
      start() {
        scrolling = true;
        frames = [];
        let direction = 1;
        const frame = (time: number) => {
          frames.push(time);
          const list = document.querySelector('[data-testid="list"]');
          if (list) {
            const end = list.scrollHeight - list.clientHeight;
            // Fast enough that every frame shows other rows, and now and then from one end to the other.
            list.scrollTop += direction * (frames.length % 40 === 0 ? end / 5 : 170);
            if (list.scrollTop >= end - 1) direction = -1;
            else if (list.scrollTop <= 0) direction = 1;
          }
          if (scrolling) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      },
      stop() {
        scrolling = false;
        return frames;
      },
    },
  });
}
