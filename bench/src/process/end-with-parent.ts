/** Ends this process when its parent has ended, whatever it is at. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit());
}
