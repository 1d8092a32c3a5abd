import { joinable, type HostState, type Scene, type Wish } from './scene.ts';

/**
 * Whose turn it is among those who could take a slot: who has guests at that very time already, then the higher priority, then who has had
 * least for their weight, then who has waited longest. All of them where they meet together.
 */
export function assign(scene: Scene, able: readonly HostState[], start: number, wish: Wish): HostState[] {
  if (scene.rules.assignment === 'collective') return [...able];
  const shares = (host: HostState) => (joinable(scene, host, start, wish) ? 0 : 1);
  const inTurn = able.toSorted(
    (a, b) => shares(a) - shares(b) || b.priority - a.priority || a.load / a.weight - b.load / b.weight || a.lastGiven - b.lastGiven || a.id - b.id,
  );
  return inTurn.slice(0, 1);
}
