{{/* What the schema cannot say. Each message names the value and the fix. */}}
{{- define "matinee.checks" -}}
{{- $root := . -}}
{{- if le (int .Values.graceful.terminationSeconds) (add .Values.graceful.preStopSeconds 5 | int) -}}
{{- fail (printf "graceful.terminationSeconds is %d, which leaves calls in flight no time after preStop: set it above graceful.preStopSeconds + 5 = %d" (int .Values.graceful.terminationSeconds) (add .Values.graceful.preStopSeconds 5)) -}}
{{- end -}}
{{- if and .Values.trainer.database.existingSecret (not .Values.trainer.database.url) -}}
{{- fail "trainer.database.existingSecret is set without trainer.database.url: name the database that its password is for, or remove it" -}}
{{- end -}}
{{- if regexMatch "[?&](user|password)=" .Values.trainer.database.url -}}
{{- fail "trainer.database.url names a user or a password, which everybody may read there: set trainer.database.user and .existingSecret" -}}
{{- end -}}
{{- range $service := list "trainer" "metrics" -}}
{{- include "matinee.checkPersistence" (dict "service" $service "persistence" (index $root.Values $service).persistence) -}}
{{- end -}}
{{- range $service := list "trainer" "serving" "similarity" "metrics" -}}
{{- $here := dict "root" $root "service" $service -}}
{{- include "matinee.checkMemory" $here -}}
{{- include "matinee.checkAdditions" $here -}}
{{- include "matinee.checkLabels" (dict "key" "podLabels" "given" $root.Values.podLabels "own" (include "matinee.selector" $here)) -}}
{{- end -}}
{{- include "matinee.checkLabels" (dict "key" "alerts.labels" "given" $root.Values.alerts.labels "own" (include "matinee.labels" (dict "root" $root))) -}}
{{- end -}}

{{- define "matinee.checkPersistence" -}}
{{- if and (not .persistence.enabled) (not .persistence.acceptDataLoss) -}}
{{- fail (printf "%s.persistence.enabled is false, so what the %s keeps is lost with its pod: enable it, or set %s.persistence.acceptDataLoss=true to say that this is meant" .service .service .service) -}}
{{- end -}}
{{- if and .persistence.existingClaim .persistence.storageClass -}}
{{- fail (printf "%s.persistence has both existingClaim and storageClass: an existing claim has its class already, so remove storageClass" .service) -}}
{{- end -}}
{{- end -}}

{{- define "matinee.checkMemory" -}}
{{- $values := index .root.Values .service -}}
{{- $limit := include "matinee.mebibytes" $values.resources.limits.memory | int -}}
{{- $needed := add $values.heapMiB (default 0 $values.workerMemoryMiB) 128 -}}
{{- if lt $limit (int $needed) -}}
{{- fail (printf "%s.resources.limits.memory is %s, too little for the heaps that it must hold: raise it to at least %dMi, or lower %s.heapMiB%s" .service $values.resources.limits.memory $needed .service (ternary " or trainer.workerMemoryMiB" "" (eq .service "trainer"))) -}}
{{- end -}}
{{- range $option := $values.jvmOptions -}}
{{- if regexMatch "^-(Xmx|XX:MaxHeapSize|XX:MaxRAM)" $option -}}
{{- fail (printf "%s.jvmOptions sets the heap (%s): set %s.heapMiB, which the memory limit is compared with" $.service $option $.service) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What a user adds may not take the place of what the chart sets. */}}
{{- define "matinee.checkAdditions" -}}
{{- $values := index .root.Values .service -}}
{{- $additions := list
  (dict "key" "extraEnv" "field" "name" "own" (include "matinee.environment" .))
  (dict "key" "extraVolumes" "field" "name" "own" (include "matinee.volumes" .))
  (dict "key" "extraVolumeMounts" "field" "mountPath" "own" (include "matinee.volumeMounts" .)) -}}
{{- range $addition := $additions -}}
{{- $taken := list -}}
{{- range $own := fromYamlArray $addition.own -}}
{{- $taken = append $taken (get $own $addition.field) -}}
{{- end -}}
{{- range $added := index $values $addition.key -}}
{{- $name := get $added $addition.field -}}
{{- if has $name $taken -}}
{{- fail (printf "%s.%s sets %s, which the chart sets itself or which is there twice: use the chart's own value for it (see its README), or another %s" $.service $addition.key $name $addition.field) -}}
{{- end -}}
{{- $taken = append $taken $name -}}
{{- end -}}
{{- end -}}
{{- $volumes := list -}}
{{- range concat (include "matinee.volumes" . | fromYamlArray) (default list $values.extraVolumes) -}}
{{- $volumes = append $volumes .name -}}
{{- end -}}
{{- range $mount := $values.extraVolumeMounts -}}
{{- if not (has $mount.name $volumes) -}}
{{- fail (printf "%s.extraVolumeMounts mounts %s, which is not a volume of the pod: add it to %s.extraVolumes" $.service $mount.name $.service) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Labels that a user adds: a key that the chart sets would be there twice. Takes a dict of key, given, and the chart's own labels as YAML. */}}
{{- define "matinee.checkLabels" -}}
{{- $own := fromYaml .own -}}
{{- range $label, $value := .given -}}
{{- if hasKey $own $label -}}
{{- fail (printf "%s sets %s, which the chart sets itself: use another label" $.key $label) -}}
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
