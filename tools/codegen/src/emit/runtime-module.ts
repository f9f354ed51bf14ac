/** The only module, besides the definitions, that generated code imports. */
export const runtimeModule = '@tidings/core/generated';
