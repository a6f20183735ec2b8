// Where the SDK's script leaves its class for the window's.
export const SDK_HOOK = '__variegateSdk';
