{{/* The chart's name, or its override. It selects pods: an installed release keeps it. */}}
{{- define "matinee.name" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if not (regexMatch "^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$" $name) -}}
{{- fail (printf "the chart's name or alias is %q, which names no object: set nameOverride to at most 40 lower-case letters, digits and hyphens" $name) -}}
{{- end -}}
{{- $name -}}
{{- end -}}

{{/*
The prefix of every object's name: the release, with the chart's name unless the release has it
already. A Service is a name of the DNS, so it has no dots and begins with a letter (RFC 1035); what
is longer than 40 characters ends in a digest, so that two releases stay two.
*/}}
{{- define "matinee.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else -}}
{{- $name := include "matinee.name" . -}}
{{- $release := replace "." "-" .Release.Name -}}
{{- $full := ternary $release (printf "%s-%s" $release $name) (contains $name $release) -}}
{{- if regexMatch "^[0-9]" $full -}}
{{- $full = printf "matinee-%s" $full | trimSuffix "-matinee" -}}
{{- end -}}
{{- if gt (len $full) 40 -}}
{{- $full = printf "%s-%s" ($full | trunc 31 | trimSuffix "-") (sha256sum $full | trunc 8) -}}
{{- end -}}
{{- $full -}}
{{- end -}}
{{- end -}}

{{- define "matinee.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "matinee.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* A text as the value of a label: a version's "+" may not be there. */}}
{{- define "matinee.labelValue" -}}
{{- regexReplaceAll "[^A-Za-z0-9]+$" (. | replace "+" "_" | trunc 63) "" -}}
{{- end -}}

{{/* The labels of an object of one service, or of all. Takes a dict of root and, maybe, service. */}}
{{- define "matinee.labels" -}}
helm.sh/chart: {{ include "matinee.labelValue" (printf "%s-%s" .root.Chart.Name .root.Chart.Version) | quote }}
app.kubernetes.io/version: {{ include "matinee.labelValue" .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: "matinee"
app.kubernetes.io/managed-by: {{ .root.Release.Service | quote }}
{{- if .service }}
{{ include "matinee.selector" . }}
{{- end }}
{{- end -}}

{{/* What selects the pods of one service, for ever: no version. Takes a dict of root and service. */}}
{{- define "matinee.selector" -}}
app.kubernetes.io/name: {{ include "matinee.name" .root | quote }}
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .service | quote }}
{{- end -}}

{{/* The image of a service, whose own registry and tag win over those of all. Takes a dict of root and service. */}}
{{- define "matinee.image" -}}
{{- $all := .root.Values.image -}}
{{- $own := (index .root.Values .service).image -}}
{{- with default $all.registry $own.registry -}}{{ . }}/{{- end -}}
{{- $own.repository -}}
{{- if $own.digest -}}
@{{ $own.digest }}
{{- else -}}
:{{ coalesce $own.tag $all.tag (.root.Chart.AppVersion | replace "+" "_" | trunc 128) }}
{{- end -}}
{{- end -}}

{{/* The claim of a service's state. Takes a dict of root and service. */}}
{{- define "matinee.claim" -}}
{{- default (printf "%s-%s" (include "matinee.fullname" .root) .service) (index .root.Values .service).persistence.existingClaim -}}
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

{{/*
The Services of one service: one address, and the headless one that names each pod, for clients that
balance themselves and as the StatefulSet's. Takes a dict of root and service.
*/}}
{{- define "matinee.services" -}}
{{- $here := . -}}
{{- range $suffix := list "" "-headless" }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ printf "%s-%s%s" (include "matinee.fullname" $here.root) $here.service $suffix | quote }}
  labels:
    {{- include "matinee.labels" $here | nindent 4 }}
spec:
  {{- if $suffix }}
  clusterIP: None
  {{- end }}
  selector:
    {{- include "matinee.selector" $here | nindent 4 }}
  ports:
    - name: grpc
      port: {{ include "matinee.grpcPort" $here.service }}
      targetPort: grpc
      appProtocol: kubernetes.io/h2c
    - name: http
      port: {{ include "matinee.httpPort" $here.service }}
      targetPort: http
{{- end }}
{{- end -}}

{{/*
Whether a counter with labels has counted within a time. Its series begins with its first count, of
which increase() knows nothing. Takes a dict of counter and within.
*/}}
{{- define "matinee.counted" -}}
increase({{ .counter }}[{{ .within }}]) > 0 or ({{ .counter }} unless {{ .counter }} offset {{ .within }})
{{- end -}}
