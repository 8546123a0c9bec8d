/** Every file below a folder, as sorted forward-slash names relative to it; an absent folder has none. */
export function listFiles(root: string, folder?: string): string[];
