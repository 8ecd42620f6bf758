import { useTranslation } from 'react-i18next';
import { type ErrorCode, ProcedureError } from '#api/errors.ts';

export function codeOf(error: unknown): ErrorCode {
  return error instanceof ProcedureError ? error.code : 'internal';
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return (error) => t(codeOf(error));
}
