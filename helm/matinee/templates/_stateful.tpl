{{/*
A service with state of its own: one pod, never two at a time, on a claim that outlives it and the
release. Takes a dict of root and service.
*/}}
{{- define "matinee.stateful" -}}
{{- $persistence := (index .root.Values .service).persistence -}}
{{- if and $persistence.enabled (not $persistence.existingClaim) -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ include "matinee.claim" . | quote }}
  labels:
    {{- include "matinee.labels" . | nindent 4 }}
  annotations:
    helm.sh/resource-policy: keep
spec:
  accessModes: [ReadWriteOnce]
  {{- with $persistence.storageClass }}
  storageClassName: {{ ternary "" . (eq . "-") | quote }}
  {{- end }}
  resources:
    requests:
      storage: {{ $persistence.size | quote }}
---
{{ end -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ printf "%s-%s" (include "matinee.fullname" .root) .service | quote }}
  labels:
    {{- include "matinee.labels" . | nindent 4 }}
spec:
  # Its store has one owner: a second process refuses to start.
  replicas: 1
  serviceName: {{ printf "%s-%s-headless" (include "matinee.fullname" .root) .service | quote }}
  # A pod that never became ready is replaced by a mended one without being deleted by hand.
  podManagementPolicy: Parallel
  selector:
    matchLabels:
      {{- include "matinee.selector" . | nindent 6 }}
  template:
    {{- include "matinee.pod" . | nindent 4 }}
{{- include "matinee.services" . }}
{{- end -}}
