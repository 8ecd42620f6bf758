import commonEn from '#locales/en/common.json' with { type: 'json' };
import errorsEn from '#locales/en/errors.json' with { type: 'json' };
import vaultEn from '#locales/en/vault.json' with { type: 'json' };
import commonIt from '#locales/it/common.json' with { type: 'json' };
import errorsIt from '#locales/it/errors.json' with { type: 'json' };
import vaultIt from '#locales/it/vault.json' with { type: 'json' };

/** The texts of a closed register; the others come with the pages that need them. */
export const doorTexts = {
  it: { common: commonIt, errors: errorsIt, vault: vaultIt },
  en: { common: commonEn, errors: errorsEn, vault: vaultEn },
};
