declare module 'katapath:catalog' {
  export const paths: readonly import('./model/path.ts').PathFile[];
  export const katas: readonly import('./model/kata.ts').ListedKata[];
}

/** One schema of `schemas/` alone, for what must be small. */
declare module 'katapath:schema/*' {
  export const schema: import('katapath:schemas').CompiledSchema['schema'];
  export const validate: import('katapath:schemas').CompiledSchema['validate'];
}

declare module 'katapath:schemas' {
  interface SchemaError {
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Record<string, unknown>;
    readonly message?: string;
  }
  interface Validate {
    (data: unknown): boolean;
    errors?: readonly SchemaError[] | null;
  }
  export interface CompiledSchema {
    readonly schema: Record<string, unknown>;
    readonly validate: Validate;
  }
  export const schemas: Readonly<Record<string, CompiledSchema>>;
}

/** The module as one JavaScript text; see `src/build/source-text.mjs`. */
declare module '*?source' {
  const text: string;
  export default text;
}

/** A style sheet as text; esbuild's `text` loader. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The module with all that it imports, as one script for a page; see `src/build/source-text.mjs`. */
declare module '*?bundled' {
  const text: string;
  export default text;
}
