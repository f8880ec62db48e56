{{/*
The pod template that the four services share. Takes a dict of root, service, and home (the claim
or volume that holds the service's state; absent for services that keep only a cache).
*/}}
{{- define "matinee.pod" -}}
{{- $values := index .root.Values .service -}}
metadata:
  labels:
    {{- include "matinee.labels" .root | nindent 4 }}
    {{- include "matinee.selector" . | nindent 4 }}
    {{- with .root.Values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .root.Values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "matinee.serviceAccountName" .root }}
  # No service calls the Kubernetes API.
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .root.Values.graceful.terminationSeconds }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  {{- with .root.Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .service }}
      image: {{ printf "%s/%s:%s" .root.Values.image.repository .service (default .root.Chart.AppVersion .root.Values.image.tag) | quote }}
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
            seconds: {{ .root.Values.graceful.preStopSeconds }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      volumeMounts:
        - name: scratch
          mountPath: /tmp
          subPath: tmp
        - name: scratch
          mountPath: /var/cache/matinee
          subPath: cache
        {{- if .home }}
        - name: home
          mountPath: /var/lib/matinee
        {{- end }}
        {{- if $values.importClaim }}
        - name: import
          mountPath: /import
          readOnly: true
        {{- end }}
  volumes:
    - name: scratch
      emptyDir:
        sizeLimit: {{ $values.scratchSize }}
    {{- if and .home (not (eq .home "template")) }}
    - name: home
      {{- if eq .home "ephemeral" }}
      emptyDir: {}
      {{- else }}
      persistentVolumeClaim:
        claimName: {{ .home }}
      {{- end }}
    {{- end }}
    {{- with $values.importClaim }}
    - name: import
      persistentVolumeClaim:
        claimName: {{ . }}
        readOnly: true
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

{{/*
Readiness asks for the whole process, which follows its model; the start asks for a service that
answers without one: a pod that cannot load one yet is out of the endpoints, not restarted. Life asks
by HTTP whether the threads that the process cannot do without, those of gRPC among them, make
progress: so it fails when either protocol does.
*/}}
{{- define "matinee.probes" -}}
{{- $port := include "matinee.grpcPort" .service -}}
{{- $started := include "matinee.startedService" .service -}}
startupProbe:
  grpc:
    port: {{ $port }}
    service: {{ $started }}
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /q/health/live
    port: http
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  grpc:
    port: {{ $port }}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end -}}

{{/* The configuration, by environment alone. */}}
{{- define "matinee.environment" -}}
{{- $values := index .root.Values .service -}}
- name: QUARKUS_GRPC_SERVER_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: {{ sub .root.Values.graceful.terminationSeconds (add .root.Values.graceful.preStopSeconds 5) }}s
# A training run inherits these from the trainer; its own command line overrides the heap.
- name: JAVA_TOOL_OPTIONS
  value: >-
    -Xmx{{ $values.heapMiB }}m
    --enable-native-access=ALL-UNNAMED
    --add-modules=jdk.incubator.vector
    --sun-misc-unsafe-memory-access=allow
    -XX:+ExitOnOutOfMemoryError
# The root is read-only and the user has no entry in the image's passwd.
- name: HOME
  value: /var/cache/matinee
- name: MATINEE_CALL_DEFAULT_DEADLINE
  value: {{ .root.Values.callDeadline }}
{{- if eq .service "trainer" }}
- name: MATINEE_TRAINER_HOME
  value: /var/lib/matinee/trainer
{{- if $values.importClaim }}
- name: MATINEE_TRAINER_IMPORT_ROOTS
  value: /import
{{- end }}
- name: MATINEE_TRAINER_WORKER_MEMORY
  value: {{ .root.Values.trainer.workerMemoryMiB }}m
{{- else }}
- name: MATINEE_REGISTRY_HOST
  value: {{ include "matinee.fullname" .root }}-trainer
- name: MATINEE_REGISTRY_PORT
  value: "9001"
- name: MATINEE_FOLLOW_MODEL
  value: {{ .root.Values.follow.model }}
- name: MATINEE_FOLLOW_ALIAS
  value: {{ .root.Values.follow.alias }}
- name: MATINEE_CACHE_DIRECTORY
  value: /var/cache/matinee
{{- end }}
{{- if eq .service "metrics" }}
- name: MATINEE_METRICS_HOME
  value: /var/lib/matinee/metrics
{{- end }}
{{- end -}}
