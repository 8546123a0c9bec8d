declare module 'katapath:catalog' {
  export const paths: readonly import('./catalog/path.ts').PathFile[];
  export const katas: readonly import('./katas/kata.ts').Kata[];
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
  export const schemas: Readonly<
    Record<string, { readonly schema: Record<string, unknown>; readonly validate: Validate }>
  >;
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
