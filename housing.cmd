@echo off
rem Starts OneVisit Housing from the bin folder of a distribution.
setlocal EnableExtensions DisableDelayedExpansion

set "main_class=org.onevisit.housing.host.cli.Main"
rem what ExitOnOutOfMemoryError ends with
set "restart_code=3"
set "restart_limit=5"

for %%I in ("%~dp0..") do set "home=%%~fI"
if not exist "%home%\lib\" (
  echo housing: no lib folder in "%home%": run this from the bin folder of an unpacked distribution 1>&2
  exit /b 2
)

set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
  echo housing: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it: set it to a JDK 17 or later 1>&2
  exit /b 2
)
if not defined JAVA_HOME (
  where /q java.exe
  if errorlevel 1 (
    echo housing: no Java found: install a JDK 17 or later, or set JAVA_HOME 1>&2
    exit /b 2
  )
)

set "on_memory="
if /i "%~1"=="run" set "on_memory=-XX:+ExitOnOutOfMemoryError"
set /a restarts=0
:start
"%java%" -Dfile.encoding=UTF-8 -Dhousing.home="%home%" %HOUSING_JAVA_OPTS% %on_memory% -cp "%home%\lib\*" %main_class% %*
set "code=%ERRORLEVEL%"
if not "%code%"=="%restart_code%" exit /b %code%
if /i not "%~1"=="run" exit /b %code%
set /a restarts+=1
if %restarts% gtr %restart_limit% (
  echo housing: stopped for want of memory %restarts% times: raise -Xmx in HOUSING_JAVA_OPTS 1>&2
  exit /b %code%
)
set "HOUSING_RESTARTED_AFTER=memory"
echo housing: the host ran out of memory and is started again (%restarts% of %restart_limit%) 1>&2
goto start
