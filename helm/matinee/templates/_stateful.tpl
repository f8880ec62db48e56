{{/*
A service with state of its own: one pod, never two at a time, on a claim that outlives it.
Takes a dict of root and service.
*/}}
{{- define "matinee.stateful" -}}
{{- $persistence := (index .root.Values .service).persistence -}}
{{- $home := "template" -}}
{{- if not $persistence.enabled -}}
{{- $home = "ephemeral" -}}
{{- else if $persistence.existingClaim -}}
{{- $home = $persistence.existingClaim -}}
{{- end -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ include "matinee.fullname" .root }}-{{ .service }}
  labels:
    {{- include "matinee.labels" .root | nindent 4 }}
    {{- include "matinee.selector" . | nindent 4 }}
spec:
  # Its store has one owner: a second process refuses to start.
  replicas: 1
  serviceName: {{ include "matinee.fullname" .root }}-{{ .service }}
  selector:
    matchLabels:
      {{- include "matinee.selector" . | nindent 6 }}
  template:
    {{- include "matinee.pod" (merge (dict "home" $home) .) | nindent 4 }}
  {{- if eq $home "template" }}
  volumeClaimTemplates:
    - metadata:
        name: home
      spec:
        accessModes: [ReadWriteOnce]
        {{- with $persistence.storageClass }}
        storageClassName: {{ . }}
        {{- end }}
        resources:
          requests:
            storage: {{ $persistence.size }}
  {{- end }}
{{- end -}}
