import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Module, SourceTextModule, SyntheticModule } from 'node:vm';

/** The code cannot be loaded, and where that shows: `file` imports what is not there. */
export class MissingModule extends Error {
  constructor(
    message: string,
    readonly file: string,
    readonly specifier: string,
  ) {
    super(message);
  }
}

export interface Sources {
  /** The folder that the modules seem to stand in; it appears in stacks and in `import.meta.url`. */
  readonly root: string;
  /** JavaScript by name below `root`. */
  readonly code: Readonly<Record<string, string>>;
  /** Modules that are answered by the harness, by specifier. */
  readonly provided: Readonly<Record<string, object>>;
}

const require = createRequire(__filename);

/**
 * ECMAScript modules that are loaded from texts, each graph with instances of its own. This is how one process runs
 * many versions of the same code, on every Node from 20, without loader hooks.
 */
export class ModuleGraph {
  private readonly modules = new Map<string, Module>();

  constructor(private readonly sources: Sources) {}

  /** Loads a module with all it imports; answers its exports. */
  async import(name: string): Promise<Record<string, unknown>> {
    const module = this.find(name, name);
    if (module.status === 'unlinked')
      await module.link((specifier, importer) => this.resolve(specifier, importer.identifier));
    await module.evaluate();
    return module.namespace as Record<string, unknown>;
  }

  private resolve(specifier: string, importer: string): Module {
    const provided = this.sources.provided[specifier] ?? this.sources.provided[`node:${specifier}`];
    if (provided) return this.once(specifier, () => toSynthetic(specifier, provided));
    if (isBuiltin(specifier)) return this.once(specifier, () => toSynthetic(specifier, require(specifier) as object));
    const base = this.urlOf('');
    const file = decodeURIComponent(importer.slice(base.length));
    if (!/^\.\.?\/|^file:/.test(specifier))
      throw new MissingModule(
        `“${specifier}” is imported; a kata has no packages, only what comes with Node`,
        file,
        specifier,
      );
    const target = new URL(specifier, importer).href;
    return this.find(decodeURIComponent(target.slice(base.length)), file, specifier);
  }

  private find(name: string, importer: string, specifier = name): Module {
    const code = Object.hasOwn(this.sources.code, name) ? this.sources.code[name] : undefined;
    if (code === undefined)
      throw new MissingModule(`“${specifier}” is imported and is not one of the kata’s files`, importer, specifier);
    return this.once(this.urlOf(name), (identifier) =>
      name.endsWith('.json')
        ? toSynthetic(identifier, { default: JSON.parse(code) as unknown })
        : this.compile(identifier, code),
    );
  }

  private compile(identifier: string, code: string): Module {
    return new SourceTextModule(code, {
      identifier,
      initializeImportMeta: (meta) => {
        meta.url = identifier;
      },
      importModuleDynamically: async (specifier: string) => {
        const module = this.resolve(specifier, identifier);
        if (module.status === 'unlinked')
          await module.link((next, importer) => this.resolve(next, importer.identifier));
        await module.evaluate();
        return module;
      },
    });
  }

  private once(key: string, make: (key: string) => Module): Module {
    const known = this.modules.get(key);
    if (known) return known;
    const made = make(key);
    this.modules.set(key, made);
    return made;
  }

  private urlOf(name: string): string {
    return pathToFileURL(join(this.sources.root, name)).href + (name === '' ? '/' : '');
  }
}

/** A module with the properties of an object as exports, and the object itself as the default one. */
function toSynthetic(identifier: string, value: object): Module {
  const names = Object.keys(value).filter((name) => name !== 'default');
  return new SyntheticModule(
    ['default', ...names],
    function (this: SyntheticModule) {
      const properties = value as Record<string, unknown>;
      this.setExport('default', properties.default ?? value);
      for (const name of names) this.setExport(name, properties[name]);
    },
    { identifier },
  );
}
