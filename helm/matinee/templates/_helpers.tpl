{{/* The chart's name, or its override. */}}
{{- define "matinee.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* The prefix of every object's name: the release, with the chart's name unless the release has it already. */}}
{{- define "matinee.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else if contains (include "matinee.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "matinee.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "matinee.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "matinee.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "matinee.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: matinee
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{/* What selects the pods of one service. Takes a dict of root and service. */}}
{{- define "matinee.selector" -}}
app.kubernetes.io/name: {{ include "matinee.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{/* The ports of a service: gRPC 9001 to 9004, HTTP 8081 to 8084. */}}
{{- define "matinee.grpcPort" -}}
{{- get (dict "trainer" "9001" "serving" "9002" "similarity" "9003" "metrics" "9004") . -}}
{{- end -}}
{{- define "matinee.httpPort" -}}
{{- get (dict "trainer" "8081" "serving" "8082" "similarity" "8083" "metrics" "8084") . -}}
{{- end -}}

{{/* A gRPC service that answers whether or not a model is loaded. */}}
{{- define "matinee.startedService" -}}
{{- if eq . "trainer" -}}
matinee.trainer.v1.ModelRegistryService
{{- else -}}
matinee.{{ . }}.v1.StatusService
{{- end -}}
{{- end -}}

{{/* The Service and its name. Takes a dict of root and service. */}}
{{- define "matinee.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "matinee.fullname" .root }}-{{ .service }}
  labels:
    {{- include "matinee.labels" .root | nindent 4 }}
    {{- include "matinee.selector" . | nindent 4 }}
spec:
  selector:
    {{- include "matinee.selector" . | nindent 4 }}
  ports:
    - name: grpc
      port: {{ include "matinee.grpcPort" .service }}
      targetPort: grpc
      appProtocol: kubernetes.io/h2c
    - name: http
      port: {{ include "matinee.httpPort" .service }}
      targetPort: http
{{- end -}}

{{/*
Whether a counter with labels has counted within a time. Its series begins with its first count, of
which increase() knows nothing. Takes a dict of counter and within.
*/}}
{{- define "matinee.counted" -}}
increase({{ .counter }}[{{ .within }}]) > 0 or ({{ .counter }} unless {{ .counter }} offset {{ .within }})
{{- end -}}
