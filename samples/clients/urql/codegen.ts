import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../../schema/schema.graphql',
  documents: 'src/*.ts',
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'Record<string, unknown>', LocalDate: 'string', Locale: 'string', Long: 'number', TimeZone: 'string', URL: 'string', UUID: 'string' },
        enumsAsTypes: true,
        useTypeImports: true,
      },
    },
    // What the cache has to know of the schema.
    'src/generated/introspection.ts': { plugins: ['urql-introspection'], config: { useTypeImports: true } },
  },
  importExtension: '.js',
};

export default config;
