import { useTranslation } from 'react-i18next';
import { type ErrorCode, type ErrorDetails, ProcedureError } from '#api/errors.ts';

export function codeOf(error: unknown): ErrorCode {
  return error instanceof ProcedureError ? error.code : 'internal';
}

function detailsOf(error: unknown): ErrorDetails {
  return (error instanceof ProcedureError && error.details) || {};
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return (error) => t(codeOf(error), detailsOf(error));
}
