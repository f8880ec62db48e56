{{/* A service that keeps nothing but a cache: any number of pods. Takes a dict of root and service. */}}
{{- define "matinee.reader" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ printf "%s-%s" (include "matinee.fullname" .root) .service | quote }}
  labels:
    {{- include "matinee.labels" . | nindent 4 }}
spec:
  replicas: {{ (index .root.Values .service).replicas | int64 }}
  strategy:
    rollingUpdate:
      # A new pod answers before an old one stops.
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "matinee.selector" . | nindent 6 }}
  template:
    {{- include "matinee.pod" . | nindent 4 }}
{{- include "matinee.services" . }}
{{- end -}}
