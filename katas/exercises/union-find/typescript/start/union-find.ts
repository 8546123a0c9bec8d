/** Sites, numbered from 0, and the cables laid between them. */
export class Network {
  constructor(size: number) {
    // Keep whatever you need to know about `size` sites that are not connected yet.
  }

  /** Lays a cable. Tells whether it connected two sites that were not connected before. */
  link(a: number, b: number): boolean {
    throw new Error('link is still to be written');
  }

  /** Whether there is a way from one site to the other along cables. */
  connected(a: number, b: number): boolean {
    throw new Error('connected is still to be written');
  }

  // From the second stage on:

  /** Adds a site without cables and gives its number. */
  grow(): number {
    throw new Error('grow is still to be written');
  }

  /** How many groups there are. */
  groups(): number {
    throw new Error('groups is still to be written');
  }

  /** How many sites are in the group of this site, itself included. */
  sizeOf(site: number): number {
    throw new Error('sizeOf is still to be written');
  }

  /** How many sites the largest group has; 0 in a network without sites. */
  largest(): number {
    throw new Error('largest is still to be written');
  }
}
