/** What Annex I of Regulation (EU) 2024/1347 wants explained, in its order. */
export const rights = [
  'residencePermit',
  'travelDocument',
  'work',
  'education',
  'recognition',
  'socialSecurity',
  'healthcare',
  'housing',
  'integration',
  'familyUnity',
  'guardianForMinors',
  'nonDiscrimination',
] as const;
