import type { Connection } from '#warehouse/connection.ts';
import type { LandedType } from '#warehouse/contract.ts';
import { compileMapping, type CompiledMapping } from './compile-mapping.ts';
import { gatherEvidence } from './doctor/evidence.ts';
import type { Mapping } from './mapping.ts';

/** What the landing step needs of a mapping: how the columns of one delivery become canonical ones. */
export interface Meaning {
  name: string;
  version: number;
  sha256: string;
  type: LandedType;
  grain: 'record' | 'update';
  /**
   * Binds the mapping to a delivery.
   * @param connection has a view `delivery` with the cells as text in columns c0, c1, …
   * @throws MappingError
   */
  compile(connection: Connection, header: readonly string[]): Promise<CompiledMapping>;
}

export function meaningOf(mapping: Mapping): Meaning {
  const { name, version, sha256, type, grain } = mapping;
  return {
    name,
    version,
    sha256,
    type,
    grain,
    compile: async (connection, header) => compileMapping(mapping, header, await gatherEvidence(connection, mapping, header))
  };
}
