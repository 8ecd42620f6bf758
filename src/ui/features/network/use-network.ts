import { useQuery } from '@tanstack/react-query';
import type { UndertakingKind } from '#domain/network/undertaking.ts';
import { vault } from '#ui/app/vault-client.ts';

/** Of one programme, or of all. */
const of = (programmeId: string | undefined) => (programmeId ? { programmeId } : {});

export const useMeetings = (programmeId: string | undefined) =>
  useQuery({
    queryKey: ['network', 'meetings', programmeId],
    queryFn: () => vault.communityMeetings.list(of(programmeId)),
  });

export const useBenchmarks = (programmeId: string | undefined) =>
  useQuery({
    queryKey: ['network', 'benchmarks', programmeId],
    queryFn: () => vault.benchmarks.list(of(programmeId)),
  });

export const usePilots = (programmeId: string | undefined) =>
  useQuery({
    queryKey: ['network', 'pilots', programmeId],
    queryFn: () => vault.pilots.list(of(programmeId)),
  });

export const useUndertakings = (programmeId: string | undefined, kind: UndertakingKind) =>
  useQuery({
    queryKey: ['network', 'undertakings', programmeId, kind],
    queryFn: () => vault.undertakings.list({ ...of(programmeId), kind }),
  });

export const useAgreements = (wanted: {
  programmeId?: string | undefined;
  organisationId?: string | undefined;
}) =>
  useQuery({
    queryKey: ['network', 'agreements', wanted.programmeId, wanted.organisationId],
    queryFn: () => vault.agreements.list(wanted),
  });
