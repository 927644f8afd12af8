import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../../schema/schema.graphql',
  documents: '../../../schema/operations/*.graphql',
  generates: {
    'src/generated/operations.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'Record<string, unknown>', LocalDate: 'string', Locale: 'string', Long: 'number', TimeZone: 'string', URL: 'string', UUID: 'string' },
        enumsAsTypes: true,
        useTypeImports: true,
        documentMode: 'string',
      },
    },
  },
  importExtension: '.js',
};

export default config;
