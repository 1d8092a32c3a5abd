/** Version of the kernel, against which a plugin's `core` range is judged. A test holds it to core/package.json. */
export const coreVersion = '0.1.0';
