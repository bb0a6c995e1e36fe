export function findElectronRuntime(): { path: string; missing?: undefined } | { path?: undefined; missing: string };
