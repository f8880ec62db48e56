{{/*
The pod template that the four services share. Its labels are those that select it and the user's:
one that named the chart's version would restart every pod with it. Takes a dict of root and service.
*/}}
{{- define "matinee.pod" -}}
{{- $values := index .root.Values .service -}}
metadata:
  labels:
    {{- include "matinee.selector" . | nindent 4 }}
    {{- with .root.Values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .root.Values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "matinee.serviceAccountName" .root | quote }}
  # No service calls the Kubernetes API.
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .root.Values.graceful.terminationSeconds | int64 }}
  securityContext:
    runAsNonRoot: true
    {{- range $kind, $id := .root.Values.podSecurityContext }}
    {{- if not (kindIs "invalid" $id) }}
    {{ $kind }}: {{ int64 $id }}
    {{- end }}
    {{- end }}
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  {{- with .root.Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .service }}
      image: {{ include "matinee.image" . | quote }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      env:
        {{- include "matinee.environment" . | nindent 8 }}
        {{- with $values.extraEnv }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      ports:
        - name: grpc
          containerPort: {{ include "matinee.grpcPort" .service }}
        - name: http
          containerPort: {{ include "matinee.httpPort" .service }}
      {{- include "matinee.probes" . | nindent 6 }}
      lifecycle:
        preStop:
          # Endpoints lose a pod some seconds after it was told to stop: calls that still arrive
          # meanwhile are answered, and only then does SIGTERM refuse new connections.
          sleep:
            seconds: {{ .root.Values.graceful.preStopSeconds | int64 }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      volumeMounts:
        {{- include "matinee.volumeMounts" . | nindent 8 }}
        {{- with $values.extraVolumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
  volumes:
    {{- include "matinee.volumes" . | nindent 4 }}
    {{- with $values.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .root.Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* Where the chart's own volumes are mounted. */}}
{{- define "matinee.volumeMounts" -}}
{{- $values := index .root.Values .service -}}
- name: scratch
  mountPath: /tmp
  subPath: tmp
- name: scratch
  mountPath: /var/cache/matinee
  subPath: cache
{{- if $values.persistence }}
- name: home
  mountPath: /var/lib/matinee
{{- end }}
{{- if $values.importClaim }}
- name: import
  mountPath: /import
  readOnly: true
{{- end }}
{{- end -}}

{{/* The chart's own volumes: scratch, home of a service with state, import. */}}
{{- define "matinee.volumes" -}}
{{- $values := index .root.Values .service -}}
- name: scratch
  emptyDir:
    sizeLimit: {{ $values.scratchSize | quote }}
{{- with $values.persistence }}
- name: home
  {{- if .enabled }}
  persistentVolumeClaim:
    claimName: {{ include "matinee.claim" $ | quote }}
  {{- else }}
  emptyDir: {}
  {{- end }}
{{- end }}
{{- with $values.importClaim }}
- name: import
  persistentVolumeClaim:
    claimName: {{ . | quote }}
    readOnly: true
{{- end }}
{{- end -}}

{{/*
Readiness asks for the whole process, which follows its model; the start asks for a service that
answers without one: a pod that cannot load one yet is out of the endpoints, not restarted. Life asks
by HTTP whether the threads that the process cannot do without, those of gRPC among them, make
progress: so it fails when either protocol does.
*/}}
{{- define "matinee.probes" -}}
{{- $port := include "matinee.grpcPort" .service -}}
{{- $probes := (index .root.Values .service).probes -}}
startupProbe:
  grpc:
    port: {{ $port }}
    service: {{ include "matinee.startedService" .service }}
  {{- toYaml $probes.startup | nindent 2 }}
livenessProbe:
  httpGet:
    path: /q/health/live
    port: http
  {{- toYaml $probes.liveness | nindent 2 }}
readinessProbe:
  grpc:
    port: {{ $port }}
  {{- toYaml $probes.readiness | nindent 2 }}
{{- end -}}

{{/* The configuration, by environment alone. */}}
{{- define "matinee.environment" -}}
{{- $values := index .root.Values .service -}}
- name: QUARKUS_GRPC_SERVER_HOST
  value: "0.0.0.0"
- name: QUARKUS_HTTP_HOST
  value: "0.0.0.0"
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: {{ printf "%ds" (sub .root.Values.graceful.terminationSeconds (add .root.Values.graceful.preStopSeconds 5)) | quote }}
# A training run inherits these from the trainer; its own command line overrides the heap.
- name: JAVA_TOOL_OPTIONS
  value: {{ include "matinee.jvmOptions" $values | quote }}
# A JVM names files in the encoding of its locale; without UTF-8 there are some that it cannot.
- name: LC_ALL
  value: C.UTF-8
# The root is read-only and the user has no entry in the image's passwd.
- name: HOME
  value: /var/cache/matinee
- name: MATINEE_CALL_DEFAULT_DEADLINE
  value: {{ .root.Values.callDeadline | quote }}
{{- if eq .service "trainer" }}
- name: MATINEE_TRAINER_HOME
  value: /var/lib/matinee/trainer
{{- if $values.importClaim }}
- name: MATINEE_TRAINER_IMPORT_ROOTS
  value: /import
{{- end }}
{{- with $values.database }}
{{- if .url }}
- name: MATINEE_TRAINER_DATABASE_URL
  value: {{ .url | quote }}
- name: MATINEE_TRAINER_DATABASE_USER
  value: {{ .user | quote }}
{{- if .existingSecret }}
- name: MATINEE_TRAINER_DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret | quote }}
      key: {{ .passwordKey | quote }}
{{- end }}
{{- end }}
{{- end }}
- name: MATINEE_TRAINER_WORKER_MEMORY
  value: {{ printf "%dm" (int64 $values.workerMemoryMiB) | quote }}
{{- else }}
- name: MATINEE_REGISTRY_HOST
  value: {{ printf "%s-trainer" (include "matinee.fullname" .root) | quote }}
- name: MATINEE_REGISTRY_PORT
  value: {{ include "matinee.grpcPort" "trainer" | quote }}
- name: MATINEE_CACHE_DIRECTORY
  value: /var/cache/matinee
{{- end }}
{{- if $values.replicas }}
- name: MATINEE_FOLLOW_MODEL
  value: {{ .root.Values.follow.model | quote }}
- name: MATINEE_FOLLOW_ALIASES
  value: {{ join "," .root.Values.follow.aliases | quote }}
{{- end }}
{{- if eq .service "metrics" }}
- name: MATINEE_METRICS_HOME
  value: /var/lib/matinee/metrics
{{- end }}
{{- end -}}

{{/* The JVM's options: the service's own ones last, since the last one of a kind wins. Takes a service's values. */}}
{{- define "matinee.jvmOptions" -}}
{{- $fixed := list "--enable-native-access=ALL-UNNAMED" "--add-modules=jdk.incubator.vector" "--sun-misc-unsafe-memory-access=allow" "-XX:+ExitOnOutOfMemoryError" -}}
{{- concat (list (printf "-Xmx%dm" (int64 .heapMiB))) $fixed (default list .jvmOptions) | join " " -}}
{{- end -}}
