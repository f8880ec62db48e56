{{/* What the schema cannot say. Each message names the fix. */}}
{{- define "matinee.checks" -}}
{{- $root := . -}}
{{- if le (int .Values.graceful.terminationSeconds) (add .Values.graceful.preStopSeconds 5 | int) -}}
{{- fail (printf "graceful.terminationSeconds is %d, which leaves calls in flight no time after preStop: set it above graceful.preStopSeconds + 5 = %d" (int .Values.graceful.terminationSeconds) (add .Values.graceful.preStopSeconds 5)) -}}
{{- end -}}
{{- range $service := list "trainer" "metrics" -}}
{{- $persistence := (index $root.Values $service).persistence -}}
{{- if and (not $persistence.enabled) (not $persistence.acceptDataLoss) -}}
{{- fail (printf "%s.persistence.enabled is false, so what the %s keeps is lost with its pod: enable it, or set %s.persistence.acceptDataLoss=true to say that this is meant" $service $service $service) -}}
{{- end -}}
{{- if and $persistence.existingClaim $persistence.storageClass -}}
{{- fail (printf "%s.persistence has both existingClaim and storageClass: an existing claim has its class already, so remove storageClass" $service) -}}
{{- end -}}
{{- end -}}
{{- range $service := list "trainer" "serving" "similarity" "metrics" -}}
{{- $values := index $root.Values $service -}}
{{- $limit := include "matinee.mebibytes" $values.resources.limits.memory | int -}}
{{- $needed := add $values.heapMiB (default 0 $values.workerMemoryMiB) 128 -}}
{{- if lt $limit (int $needed) -}}
{{- fail (printf "%s.resources.limits.memory is %s, too little for the heaps that it must hold: raise it to at least %dMi, or lower %s.heapMiB%s" $service $values.resources.limits.memory $needed $service (ternary " or trainer.workerMemoryMiB" "" (eq $service "trainer"))) -}}
{{- end -}}
{{- $own := include "matinee.environment" (dict "root" $root "service" $service) | fromYamlArray -}}
{{- range $extra := $values.extraEnv -}}
{{- range $variable := $own -}}
{{- if eq $variable.name $extra.name -}}
{{- fail (printf "%s.extraEnv sets %s, which the chart sets itself: use the chart's own value for it (see its README)" $service $extra.name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* A memory quantity (Mi or Gi) in mebibytes. */}}
{{- define "matinee.mebibytes" -}}
{{- if hasSuffix "Gi" . -}}
{{- mul (trimSuffix "Gi" .) 1024 -}}
{{- else -}}
{{- trimSuffix "Mi" . -}}
{{- end -}}
{{- end -}}
